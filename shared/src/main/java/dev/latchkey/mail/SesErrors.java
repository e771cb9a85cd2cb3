package dev.latchkey.mail;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.ses.model.SesException;

/**
 * Tells refusals of one mail from refusals of everything that we send. The latter are about our account, credentials,
 * permissions or sender, and an operator must correct them. No single mail is the cause, so none is given up.
 */
final class SesErrors {

    private static final int FORBIDDEN = 403;

    /** By code: some have no class of their own, and some are spelled in two ways. */
    private static final Set<String> OF_US = Set.of(
            "AccountSendingPausedException",
            "ConfigurationSetDoesNotExist",
            "ConfigurationSetSendingPausedException",
            "MailFromDomainNotVerifiedException",
            "AccessDenied",
            "AccessDeniedException",
            "ExpiredToken",
            "ExpiredTokenException",
            "IncompleteSignature",
            "InvalidClientTokenId",
            "MissingAuthenticationToken",
            "NotAuthorized",
            "OptInRequired",
            "RequestExpired",
            "SignatureDoesNotMatch",
            "UnrecognizedClientException");

    private static final String REJECTED = "MessageRejected";
    private static final String NOT_VERIFIED = "address is not verified";
    private static final Pattern BETWEEN_IDENTITIES = Pattern.compile("[\\s,;:<>\"]+");

    private SesErrors() {}

    static boolean isOfUs(SesException refusal, String fromAddress) {
        AwsErrorDetails details = refusal.awsErrorDetails();
        return refusal.statusCode() == FORBIDDEN
                || (details != null && (OF_US.contains(code(details)) || isOfSender(details, fromAddress)));
    }

    /**
     * The error message names all addresses that are not verified; while an account is new, recipients are among them.
     */
    private static boolean isOfSender(AwsErrorDetails details, String fromAddress) {
        String message = details.errorMessage();
        return code(details).equals(REJECTED)
                && message != null
                && message.contains(NOT_VERIFIED)
                && Stream.of(BETWEEN_IDENTITIES.split(message, -1)).anyMatch(fromAddress::equalsIgnoreCase);
    }

    private static String code(AwsErrorDetails details) {
        return String.valueOf(details.errorCode());
    }
}
