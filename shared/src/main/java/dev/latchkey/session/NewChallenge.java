package dev.latchkey.session;

import dev.latchkey.contact.Holder;
import dev.latchkey.crypto.Randomness;
import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Item;
import dev.latchkey.store.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A login after its first factor, waiting for the second or for one to be set up. It lets nobody in by itself, lasts ten
 * minutes and ends with its holder's {@linkplain SessionEpoch epoch}. It exists once its write is committed.
 *
 * @param write puts it into the table
 */
public record NewChallenge(ChallengeToken token, Write write) {

    /** How long it lasts. */
    public static final Duration LIFE = Duration.ofMinutes(10);

    /**
     * Makes one.
     *
     * @param amr what was proven so far, in order
     */
    public static NewChallenge of(
            FirmId firm, Holder holder, List<String> amr, Bond bond, Randomness randomness, Instant now) {
        ChallengeToken token = new ChallengeToken(firm, holder, randomness.id(), randomness.secret());
        Write write = Write.create(Item.at(token.key())
                .text("secretHash", token.hash())
                .text("amr", String.join(" ", amr))
                .number("epoch", bond.epoch())
                .number("settingsVersion", bond.settingsVersion())
                .time("endsAt", now.plus(LIFE))
                .timeToLive(now.plus(LIFE))
                .build());
        return new NewChallenge(token, write);
    }
}
