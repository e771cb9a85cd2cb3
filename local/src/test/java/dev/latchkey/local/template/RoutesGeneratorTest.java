package dev.latchkey.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The build writes the routes of the template into a class, and fails where the default route could not look them up. */
class RoutesGeneratorTest {

    @TempDir
    Path directory = Path.of("");

    @Test
    void eachRoute_isWritten_butForTheDefaultRoute_whateverElseTheTemplateHas() throws IOException {
        Path template = template("""
                Parameters:
                  Days: { Type: String }
                Resources:
                  Api: { Type: "AWS::Serverless::HttpApi" }
                  GetThingFunction:
                    Type: AWS::Serverless::Function
                    Properties:
                      Handler: a.B
                      Role: !GetAtt Role.Arn
                      Environment: { Variables: { DAYS: !Ref Days } }
                      Events:
                        Route: { Type: HttpApi, Properties: { ApiId: !Ref Api, Method: get, Path: "/things/{id}" } }
                        Other:
                          Type: HttpApi
                          Properties:
                            Method: POST
                            Path: /.well-known/a_b.json
                        Rest: { Type: HttpApi, Properties: { Method: ANY, Path: $default } }
                        Bare: { Type: HttpApi }
                        Topic: { Type: SNS, Properties: { Topic: !Ref Topic } }
                """);
        assertThat(RoutesGenerator.source(template)).contains("""
                List.of(
                            "GET /things/{id}",
                            "POST /.well-known/a_b.json");
                """);
    }

    @Test
    void whatIsWrittenAlready_isLeftAlone() throws IOException {
        Path template = template(route("Method: GET, Path: /a"));
        Path file = directory.resolve("deep/down/TemplateRoutes.java");
        String[] arguments = {template.toString(), file.toString()};
        RoutesGenerator.main(arguments);
        FileTime before = FileTime.fromMillis(0);
        Files.setLastModifiedTime(file, before);
        RoutesGenerator.main(arguments);
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(before);
        template(route("Method: GET, Path: /b"));
        RoutesGenerator.main(arguments);
        assertThat(file).content().contains("\"GET /b\"").doesNotContain("\"GET /a\"");
    }

    @ParameterizedTest
    @CsvSource({"GET, /a/{rest+}", "ANY, /a", "'*', /a", "GET, a", "GET, /a/", "GET, '/a\"'", "GET, /{a}{b}"})
    void aRouteThatCannotBeLookedUp_failsTheBuild(String method, String path) throws IOException {
        Path template = template(route("Method: '" + method + "', Path: '" + path + "'"));
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> RoutesGenerator.source(template))
                .withMessageContaining(path);
    }

    @Test
    void aTemplateWithoutRoutes_orThatIsNone_orIsMissing_failsTheBuild() throws IOException {
        for (String text : new String[] {"Resources: {}", "Resources: [", "a word", "Resources: {}\nResources: {}"}) {
            Path template = template(text);
            assertThatExceptionOfType(TemplateException.class).isThrownBy(() -> RoutesGenerator.source(template));
        }
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> RoutesGenerator.source(directory.resolve("nowhere.yaml")))
                .withMessageContaining("cannot be read");
    }

    private static String route(String properties) {
        return """
                Resources:
                  F:
                    Type: AWS::Serverless::Function
                    Properties: { Handler: a.B, Events: { Route: { Type: HttpApi, Properties: { %s } } } }
                """.formatted(properties);
    }

    private Path template(String text) throws IOException {
        return Files.writeString(directory.resolve("template.yaml"), text);
    }
}
