package dev.latchkey.attempts;

import dev.latchkey.attempts.HourlyLimit.Verdict;
import dev.latchkey.contact.Holder;
import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Key;
import dev.latchkey.store.Snapshot;
import dev.latchkey.store.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The limits on mail of one sort that anybody may ask for without being in: 60 seconds between two to an address and 5 an
 * hour; 20 an hour from a source address; 200 an hour in a firm. An address that is nobody's is counted like any other.
 * Whatever is asked counts for source and firm; for the address count the mails that it was sent.
 *
 * @param address where the address is counted
 * @param source where the source address is
 * @param firm where the firm is
 */
public record ClientMailLimits(Key address, Key source, Key firm) {

    private static final HourlyLimit OF_ADDRESS = HourlyLimit.of(5).withCoolDown(Duration.ofSeconds(60));
    private static final HourlyLimit OF_SOURCE = HourlyLimit.of(20);
    private static final HourlyLimit OF_FIRM = HourlyLimit.of(200);

    public static ClientMailLimits of(MailSort sort, FirmId firm, Holder address, String sourceIp) {
        return new ClientMailLimits(sort.of(address, firm), sort.of(sourceIp, firm), sort.of(firm));
    }

    /** What becomes of an asking. */
    public sealed interface Allowance {

        /** The mail may be sent, if these writes are committed with it. */
        record Granted(List<Write> counts) implements Allowance {}

        /** The address has had its mails; whoever asks is told what everybody is told. These writes count the asking. */
        record Silent(List<Write> counts) implements Allowance {}

        /** Too many from there, or in the firm. */
        record Refused(Duration retryAfter) implements Allowance {}
    }

    /** Judges by what {@link #address}, {@link #source} and {@link #firm} held when they were read. */
    public Allowance judge(Snapshot stored, Instant now) {
        return switch (OF_SOURCE.judge(source, stored.get(source), now)) {
            case Verdict.Full(Duration retryAfter) -> new Allowance.Refused(retryAfter);
            case Verdict.Free(Write fromSource) ->
                switch (OF_FIRM.judge(firm, stored.get(firm), now)) {
                    case Verdict.Full(Duration retryAfter) -> new Allowance.Refused(retryAfter);
                    case Verdict.Free(Write inFirm) -> judgeAddress(stored, fromSource, inFirm, now);
                };
        };
    }

    private Allowance judgeAddress(Snapshot stored, Write fromSource, Write inFirm, Instant now) {
        return switch (OF_ADDRESS.judge(address, stored.get(address), now)) {
            case Verdict.Full full -> new Allowance.Silent(List.of(fromSource, inFirm));
            case Verdict.Free(Write toAddress) -> new Allowance.Granted(List.of(fromSource, inFirm, toAddress));
        };
    }
}
