package dev.latchkey.functions;

import dev.latchkey.audit.AuditTrail;
import dev.latchkey.crypto.Kms;
import dev.latchkey.crypto.NotBefore;
import dev.latchkey.crypto.PublishedKeys;
import dev.latchkey.crypto.Randomness;
import dev.latchkey.session.SessionIssuer;
import dev.latchkey.snapstart.Snapshotted;
import dev.latchkey.store.AwsConnection;
import dev.latchkey.store.Table;
import dev.latchkey.throttling.AttemptReservations;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The parts of all features. Each is built when a function first asks for it, so that no function pays for a client or a key
 * that it doesn't use. Clock, environment and limits come in here and nowhere else.
 */
public final class Parts {

    public final Environment environment;
    public final Clock clock;
    public final WorkLimits limits;
    public final Randomness randomness = new Randomness();
    public final AuditTrail audit;
    private final List<Snapshotted> snapshotted = new ArrayList<>();
    private final Lazy<AwsConnection> aws;
    private final Lazy<Table> table;
    private final Lazy<Kms> kms;
    private final Lazy<PublishedKeys> publishedKeys;
    private final Lazy<SessionIssuer> sessionIssuer;

    Parts(Map<String, String> variables, Clock clock, WorkLimits limits) {
        this.environment = new Environment(variables);
        this.audit = new AuditTrail(randomness, environment::retention);
        this.clock = clock;
        this.limits = limits;
        this.aws = new Lazy<>(() -> new AwsConnection(variables, limits.calls()));
        this.table = new Lazy<>(() -> noted(Table.connect(aws.get(), environment.table())));
        this.kms = new Lazy<>(() -> noted(Kms.connect(aws.get())));
        this.publishedKeys = new Lazy<>(() -> noted(new PublishedKeys(kms.get(), clock, environment.publishedKeys())));
        this.sessionIssuer = new Lazy<>(
                () -> new SessionIssuer(kms.get(), environment.signingKey(), environment.issuer(), randomness));
    }

    /** Registers a part that a snapshot affects, and returns it. */
    public <T extends Snapshotted> T noted(T part) {
        snapshotted.add(part);
        return part;
    }

    List<Snapshotted> snapshotted() {
        return snapshotted;
    }

    public NotBefore notBefore() {
        return environment.notBefore();
    }

    public AttemptReservations reservations() {
        return new AttemptReservations(table(), randomness);
    }

    public AwsConnection aws() {
        return aws.get();
    }

    public Table table() {
        return table.get();
    }

    public Kms kms() {
        return kms.get();
    }

    PublishedKeys publishedKeys() {
        return publishedKeys.get();
    }

    public SessionIssuer sessionIssuer() {
        return sessionIssuer.get();
    }
}
