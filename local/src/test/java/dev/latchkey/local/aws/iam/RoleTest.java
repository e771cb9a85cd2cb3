package dev.latchkey.local.aws.iam;

import static dev.latchkey.local.aws.iam.Roles.TABLE;
import static dev.latchkey.local.aws.iam.Roles.allow;
import static dev.latchkey.local.aws.iam.Roles.deny;
import static dev.latchkey.local.aws.iam.Roles.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.local.template.PolicyStatement;
import dev.latchkey.local.template.TemplateException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How IAM judges, as far as the template's policies use it. */
class RoleTest {
    private static final String UPDATE = "dynamodb:UpdateItem";
    private static final String LEADING = "dynamodb:LeadingKeys";
    private static final String SIGN = "kms:Sign";
    private static final String ALGORITHM = "kms:SigningAlgorithm";
    private static final PolicyStatement UPDATES = allow(TABLE, UPDATE);
    private static final PolicyStatement SIGNS = allow("key", SIGN);

    @Test
    void whatNoStatementAllows_isDenied() {
        assertThat(judge(UPDATES, "dynamodb:DeleteItem", TABLE)).isInstanceOf(Verdict.Denied.class);
        assertThat(judge(UPDATES, UPDATE, TABLE + "2")).isInstanceOf(Verdict.Denied.class);
        assertThat(Role.of(Roles.function()).judge(new Need(UPDATE, TABLE))).isInstanceOf(Verdict.Denied.class);
    }

    @Test
    void whatIsAllowed_isGrantedByThatStatement() {
        assertThat(judge(UPDATES, UPDATE, TABLE))
                .isEqualTo(new Verdict.Granted(new Grant("AskingFunction", UPDATE, TABLE, "Policy.1")));
    }

    @Test
    void aDenial_winsOverWhateverAllows() {
        Role role = Role.of(Roles.function(UPDATES, deny("*", UPDATE), UPDATES));
        assertThat(role.judge(new Need(UPDATE, TABLE)))
                .isEqualTo(new Verdict.Denied("with an explicit deny in an identity-based policy"));
    }

    @Test
    void aBoundary_allowsNothingByItself_andWhatItDoesNotAllowIsDenied() {
        Need need = new Need(UPDATE, TABLE);
        assertThat(Role.of(Roles.bounded(List.of(UPDATES), UPDATES)).judge(need))
                .isInstanceOf(Verdict.Granted.class);
        assertThat(Role.of(Roles.bounded(List.of(UPDATES))).judge(need)).isInstanceOf(Verdict.Denied.class);
        for (List<PolicyStatement> boundary :
                List.of(List.<PolicyStatement>of(), List.of(SIGNS), List.of(UPDATES, deny("*", UPDATE)))) {
            assertThat(Role.of(Roles.bounded(boundary, UPDATES)).judge(need))
                    .isEqualTo(new Verdict.Denied("because no permissions boundary allows the " + UPDATE + " action"));
        }
    }

    @Test
    void anIndex_isNotItsTable_andTheOtherWayRound() {
        String index = TABLE + "/index/roll";
        assertThat(judge(allow(TABLE, "dynamodb:Query"), "dynamodb:Query", index))
                .isInstanceOf(Verdict.Denied.class);
        assertThat(judge(allow(index, "dynamodb:Query"), "dynamodb:Query", TABLE))
                .isInstanceOf(Verdict.Denied.class);
    }

    @Test
    void allValues_meansNoneIsAnother_whichHoldsOfNoneAtAll() {
        PolicyStatement own = when(UPDATES, "ForAllValues:StringLike", LEADING, "a#*", "b#?");
        assertThat(judge(own, LEADING, List.of("a#1", "b#2"))).isInstanceOf(Verdict.Granted.class);
        assertThat(judge(own, LEADING, List.of("a#1", "b#22"))).isInstanceOf(Verdict.Denied.class);
        assertThat(judge(own, LEADING, List.of())).isInstanceOf(Verdict.Granted.class);
        assertThat(judge(own, UPDATE, TABLE)).as("the key is absent").isInstanceOf(Verdict.Granted.class);
    }

    @Test
    void anyValue_meansOneIs_whichDoesNotHoldOfNone() {
        PolicyStatement one = when(UPDATES, "ForAnyValue:StringEquals", LEADING, "a#1");
        assertThat(judge(one, LEADING, List.of("b", "a#1"))).isInstanceOf(Verdict.Granted.class);
        assertThat(judge(one, LEADING, List.of("a#11"))).isInstanceOf(Verdict.Denied.class);
        assertThat(judge(one, LEADING, List.of())).isInstanceOf(Verdict.Denied.class);
    }

    @Test
    void ofOneValue_equalsMeansToTheLetter_andAnAbsentKeyIsNoValue() {
        PolicyStatement own = when(SIGNS, "StringEquals", ALGORITHM, "RS", "ES*");
        assertThat(signing(own, List.of("RS"))).isInstanceOf(Verdict.Granted.class);
        assertThat(signing(own, List.of("rs"))).isInstanceOf(Verdict.Denied.class);
        assertThat(signing(own, List.of("ES256"))).as("no wildcard").isInstanceOf(Verdict.Denied.class);
        assertThat(signing(own, List.of())).isInstanceOf(Verdict.Denied.class);
        assertThat(signing(when(SIGNS, "StringLike", ALGORITHM, "ES*"), List.of("ES256")))
                .isInstanceOf(Verdict.Granted.class);
        assertThat(signing(when(SIGNS, "StringLike", ALGORITHM, "E.*"), List.of("ES256")))
                .as("a dot is a dot")
                .isInstanceOf(Verdict.Denied.class);
    }

    @Test
    void null_asksWhetherTheKeyIsAbsent() {
        PolicyStatement present = when(UPDATES, "Null", LEADING, "false");
        PolicyStatement absent = when(UPDATES, "Null", LEADING, "true");
        assertThat(judge(present, LEADING, List.of("a"))).isInstanceOf(Verdict.Granted.class);
        assertThat(judge(present, LEADING, List.of())).isInstanceOf(Verdict.Denied.class);
        assertThat(judge(absent, LEADING, List.of("a"))).isInstanceOf(Verdict.Denied.class);
        assertThat(judge(absent, LEADING, List.of())).isInstanceOf(Verdict.Granted.class);
    }

    @ParameterizedTest
    @CsvSource({
        "StringEqualsIgnoreCase, dynamodb:LeadingKeys, x",
        "ForAllValues:StringNotEquals, dynamodb:LeadingKeys, x",
        "ForAllValues:StringLikeIfExists, dynamodb:LeadingKeys, x",
        "ForSomeValues:StringLike, dynamodb:LeadingKeys, x",
        "StringLike, dynamodb:LeadingKeys, x",
        "Null, dynamodb:LeadingKeys, perhaps",
        "null, dynamodb:LeadingKeys, false",
        "ForAllValues:StringLike, dynamodb:leadingkeys, x",
        "ForAllValues:StringLike, dynamodb:Select, x",
        "StringEquals, aws:SourceIp, x",
        "StringEquals, kms:SigningAlgorithm, x",
        "StringEquals, kms:EncryptionContext:, x"
    })
    void anOperatorOrKeyThatIsNotKnownForTheAction_isRefusedAtOnce(String operator, String key, String value) {
        PolicyStatement unknown = when(UPDATES, operator, key, value);
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> Role.of(Roles.function(unknown)))
                .withMessageContaining("Policy.1 has the ")
                .withMessageContaining("not known here");
    }

    @Test
    void aSetOperatorForOneValue_isRefused() {
        PolicyStatement loose = when(SIGNS, "ForAllValues:StringEquals", ALGORITHM, "RS");
        assertThatExceptionOfType(TemplateException.class).isThrownBy(() -> Role.of(Roles.function(loose)));
    }

    private static Verdict judge(PolicyStatement said, String action, String resource) {
        return Role.of(Roles.function(said)).judge(new Need(action, resource));
    }

    private static Verdict judge(PolicyStatement said, String key, List<String> values) {
        return Role.of(Roles.function(said)).judge(new Need(UPDATE, TABLE, Map.of(key, values)));
    }

    private static Verdict signing(PolicyStatement said, List<String> algorithm) {
        return Role.of(Roles.function(said)).judge(new Need(SIGN, "key", Map.of(ALGORITHM, algorithm)));
    }
}
