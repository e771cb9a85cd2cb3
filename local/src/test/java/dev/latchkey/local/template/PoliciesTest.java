package dev.latchkey.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A function's policies are read from each place that can hold them; what could be missed is refused. */
class PoliciesTest {
    private static final String ALLOW = "{Effect: Allow, Action: 'dynamodb:GetItem', Resource: !GetAtt Table.Arn}";
    private static final String TABLE = "arn:aws:dynamodb:eu-west-1:000000000000:table/latchkey";
    private static final PolicyStatement READ =
            new PolicyStatement("F.1", true, List.of("dynamodb:GetItem"), List.of(TABLE), Map.of());

    @TempDir
    Path directory = Path.of("");

    @Test
    void aFunctionsOwnPolicy_isRead() throws IOException {
        assertThat(policy("Policies: [{Version: '2012-10-17', Statement: " + ALLOW + "}]"))
                .containsExactly(READ);
        assertThat(policy("Policies: AWSLambdaBasicExecutionRole")).isEmpty();
        assertThat(policy("Timeout: 3")).isEmpty();
    }

    @Test
    void aManagedPolicyOfTheTemplate_isReadWhereItIsNamed_withItsConditions() throws IOException {
        assertThat(policy("Policies: [!Ref Shared]"))
                .containsExactly(new PolicyStatement(
                        "Shared.1",
                        false,
                        List.of("a:B", "a:C"),
                        List.of(TABLE, "x"),
                        Map.of(
                                "ForAllValues:StringLike",
                                Map.of("k", List.of("v", "w")),
                                "Null",
                                Map.of("k", List.of("false")))));
    }

    @Test
    void aRoleOfItsOwn_isReadWhole() throws IOException {
        assertThat(policy("Role: !GetAtt Own.Arn"))
                .extracting(PolicyStatement::where)
                .containsExactly("Shared.1", "Own.Inline.1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Policies: [AmazonDynamoDBFullAccess] | AmazonDynamoDBFullAccess
            Policies: [{DynamoDBReadPolicy: {TableName: x}}] | DynamoDBReadPolicy
            Policies: [{Statement: []}] | version
            Policies: [{Version: '2012-10-17', Statement: [{Effect: Allow, NotAction: 'a:B', Resource: x}]}] | NotAction
            Policies: [{Version: '2012-10-17', Statement: [{Effect: Allow, Action: 'a:B', NotResource: x}]}] | NotResource
            Policies: [{Version: '2012-10-17', Statement: [{Effect: Allow, Action: 'a:*', Resource: x}]}] | wildcard
            Policies: [{Version: '2012-10-17', Statement: [{Effect: Allow, Action: 'a:B'}]}] | F.1.Resource
            Policies: [{Version: '2012-10-17', Statement: [{Action: 'a:B', Resource: x}]}] | neither allows nor denies
            Policies: [{Version: '2012-10-17', Statement: [{Effect: Allow, Action: 'a:B', Resource: '${aws:userid}'}]}] | variable
            Policies: [{Version: '2012-10-17', Statement: [{Effect: Allow, Action: 'a:B', Resource: !Ref Nobody}]}] | !Ref Nobody
            Policies: [!Ref Table] | Table
            PermissionsBoundary: 'arn:aws:iam::aws:policy/x' | PermissionsBoundary
            {Role: !GetAtt Own.Arn, Policies: [!Ref Shared]} | Policies
            Role: !GetAtt Table.Arn | AWS::IAM::Role
            """)
    void whatIsNotReadHere_isRefused(String properties, String named) {
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> policy(properties))
                .withMessageContaining(named);
    }

    @Test
    void aBoundary_isThatOfTheGlobals_orTheRolesOwn() throws IOException {
        String globals = "Globals: { Function: { PermissionsBoundary: !Ref Shared } }\n";
        String functions = """
                  F:
                    Type: AWS::Serverless::Function
                    Properties: { Handler: a.B }
                  G:
                    Type: AWS::Serverless::Function
                    Properties: { Handler: a.B, Role: !GetAtt Own.Arn }
                """;
        assertThat(read(functions).function("F").boundary()).isNull();
        SamTemplate bounded = read(functions + globals);
        assertThat(bounded.function("F").boundary())
                .extracting(PolicyStatement::where)
                .containsExactly("Shared.1");
        assertThat(bounded.function("G").boundary()).isNull();
    }

    @Test
    void aPolicyThatAttachesItself_isRefused() throws IOException {
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> read("  More: {Type: 'AWS::IAM::Policy'}\n"))
                .withMessageContaining("AWS::IAM::Policy");
    }

    private List<PolicyStatement> policy(String properties) throws IOException {
        String indented = properties.startsWith("{") ? properties.substring(1, properties.length() - 1) : properties;
        return read("""
                  F:
                    Type: AWS::Serverless::Function
                    Properties: { Handler: a.B, %s }
                """.formatted(indented)).function("F").policy();
    }

    private SamTemplate read(String more) throws IOException {
        Path file = directory.resolve("template.yaml");
        Files.writeString(file, """
                Resources:
                  Table: {Type: 'AWS::DynamoDB::Table', Properties: {}}
                  Shared:
                    Type: AWS::IAM::ManagedPolicy
                    Properties:
                      PolicyDocument:
                        Version: "2012-10-17"
                        Statement:
                          - Effect: Deny
                            Action: ["a:B", "a:C"]
                            Resource: [!GetAtt Table.Arn, x]
                            Condition:
                              ForAllValues:StringLike: { k: [v, w] }
                              "Null": { k: "false" }
                          - !Ref AWS::NoValue
                  Own:
                    Type: AWS::IAM::Role
                    Properties:
                      ManagedPolicyArns:
                        - arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole
                        - !Ref Shared
                      Policies:
                        - PolicyName: Inline
                          PolicyDocument: { Version: "2012-10-17", Statement: [%s] }
                """.formatted(ALLOW) + more);
        return SamTemplate.read(file, Map.of(), Map.of());
    }
}
