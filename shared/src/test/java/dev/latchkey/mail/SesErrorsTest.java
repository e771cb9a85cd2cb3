package dev.latchkey.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.ses.model.SesException;

class SesErrorsTest {

    private static final String FROM = "portal@latchkey.test";
    private static final String NOT_VERIFIED =
            "Email address is not verified. The following identities failed the check in region EU-WEST-1: ";

    @Test
    void anUnverifiedSender_isOurs_howeverItIsNamed() {
        assertThat(isOfUs(400, "MessageRejected", NOT_VERIFIED + FROM)).isTrue();
        assertThat(isOfUs(400, "MessageRejected", NOT_VERIFIED + "\"A & Co\" <Portal@Latchkey.test>, c@d.test"))
                .isTrue();
    }

    @Test
    void anUnverifiedRecipient_orAnyOtherRejection_isTheMails() {
        assertThat(isOfUs(400, "MessageRejected", NOT_VERIFIED + "c@d.test")).isFalse();
        assertThat(isOfUs(400, "MessageRejected", NOT_VERIFIED + "x" + FROM)).isFalse();
        assertThat(isOfUs(400, "MessageRejected", "Email contained a virus: " + FROM))
                .isFalse();
        assertThat(isOfUs(400, "InvalidParameterValue", NOT_VERIFIED + FROM)).isFalse();
    }

    @Test
    void whoeverIsForbidden_isWhoAsks_alsoWhereTheAnswerSaysNoMore() {
        assertThat(isOfUs(403, "AnythingNew", "no")).isTrue();
        assertThat(SesErrors.isOfUs(
                        (SesException) SesException.builder().statusCode(403).build(), FROM))
                .isTrue();
        assertThat(SesErrors.isOfUs(
                        (SesException) SesException.builder().statusCode(400).build(), FROM))
                .isFalse();
    }

    private static boolean isOfUs(int status, String code, String message) {
        AwsErrorDetails details =
                AwsErrorDetails.builder().errorCode(code).errorMessage(message).build();
        return SesErrors.isOfUs(
                (SesException) SesException.builder()
                        .statusCode(status)
                        .awsErrorDetails(details)
                        .build(),
                FROM);
    }
}
