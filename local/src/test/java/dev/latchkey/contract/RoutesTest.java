package dev.latchkey.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.functions.TemplateRoutes;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The contract, the template and what the build writes for the default route name the same routes. */
class RoutesTest {

    private final Routes contract = Routes.ofContract(Documents.plain(Documents.text(Documents.CONTRACT)));

    @Test
    void everyRouteOfTheTemplate_isInTheContract_andTheOtherWayAbout() {
        Routes template = Routes.ofTemplate(Documents.untagged(Documents.text(Documents.TEMPLATE)));
        assertThat(contract.keys()).isNotEmpty();
        assertThat(template.keys()).isEqualTo(contract.keys());
    }

    @Test
    void theDefaultRoute_knowsExactlyThese() {
        assertThat(TemplateRoutes.ALL).containsExactlyInAnyOrderElementsOf(contract.keys());
    }

    @Test
    void aTemplate_isReadAcrossItsTags_andWithoutTheDefaultRoute() {
        Routes routes = Routes.ofTemplate(Documents.untagged("""
                Resources:
                  Api: { Type: "AWS::Serverless::HttpApi" }
                  GetThingFunction:
                    Type: AWS::Serverless::Function
                    Properties:
                      Role: !GetAtt Role.Arn
                      Events:
                        Route: { Type: HttpApi, Properties: { ApiId: !Ref Api, Method: get, Path: "/things/{id}" } }
                        Rest: { Type: HttpApi, Properties: { Method: ANY, Path: $default } }
                        Bare: { Type: HttpApi }
                        Timer: { Type: Schedule, Properties: { Schedule: !Sub "rate(${Days} days)" } }
                """));
        assertThat(routes.keys()).containsExactly("GET /things/{id}");
    }

    @Test
    void aPath_isMatchedToTheLetter() {
        Routes routes = new Routes(Set.of("GET /things/{id}", "PUT /things/{id}", "GET /a.b"));
        assertThat(routes.methodsOf("/things/7")).containsExactly("GET", "PUT");
        assertThat(routes.know("GET", "/things/a%2Fb")).isTrue();
        assertThat(routes.know("POST", "/things/7")).isFalse();
        for (String other : new String[] {"/things/", "/things", "/things/7/", "/Things/7", "//things/7", "/aXb", ""}) {
            assertThat(routes.methodsOf(other)).as(other).isEmpty();
        }
    }
}
