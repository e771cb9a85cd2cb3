package dev.latchkey.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the validator library makes of OpenAPI 3.1, the parts that came with it above all. */
class OpenApiLibraryTest {

    private static final OpenApiLibrary LIBRARY = new OpenApiLibrary("""
            openapi: 3.1.0
            info: { title: Sample, version: "1" }
            paths:
              /x:
                get:
                  responses:
                    "200":
                      description: All that a schema can say.
                      content:
                        application/json:
                          schema: { $ref: "#/components/schemas/All" }
            components:
              schemas:
                Short: { type: string, pattern: "^[a-z]+$" }
                Open: { type: object, required: [a], properties: { a: { type: integer } } }
                All:
                  type: object
                  additionalProperties: false
                  properties:
                    constant: { type: string, const: K }
                    nullable: { type: [string, "null"] }
                    time: { type: string, format: date-time }
                    uri: { type: string, format: uri }
                    beside: { description: Words beside a reference., $ref: "#/components/schemas/Short", maxLength: 3 }
                    above: { type: integer, exclusiveMinimum: 0 }
                    tuple: { type: array, prefixItems: [{ type: string, const: x }], items: false }
                    closed: { allOf: [{ $ref: "#/components/schemas/Open" }], unevaluatedProperties: false }
                    open: { $ref: "#/components/schemas/Open" }
            """);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'constant':'K'}",
                "{'nullable':null}",
                "{'nullable':'x'}",
                "{'time':'2026-12-24T14:51:37.791Z'}",
                "{'beside':'abc'}",
                "{'tuple':['x']}",
                "{'closed':{'a':1}}",
                "{'open':{'a':1,'b':2}}"
            })
    void whatTheSchemaAllows_isLetThrough(String body) {
        assertThat(reply(body)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{'unknown':1}",
                "{'constant':'L'}",
                "{'nullable':5}",
                "{'time':'yesterday'}",
                "{'time':'2026-02-30T14:51:37.791Z'}",
                "{'uri':'no uri'}",
                "{'beside':'abcd'}",
                "{'beside':'ABC'}",
                "{'above':0}",
                "{'above':'1'}",
                "{'tuple':['y']}",
                "{'tuple':['x','y']}",
                "{'closed':{}}",
                "{'closed':{'a':1,'b':2}}"
            })
    void whatTheSchemaForbids_isObjectedTo(String body) {
        assertThat(reply(body)).isNotEmpty();
    }

    @Test
    void anObjection_saysWhere() {
        assertThat(reply("{'closed':{'a':'x'}}")).anyMatch(words -> words.contains("/closed/a"));
    }

    private static List<String> reply(String body) {
        Headers json = new Headers(Map.of("Content-Type", List.of("application/json")));
        return LIBRARY.reply(
                new Exchange("GET", "/x", Map.of(), new Headers(Map.of()), null, 200, json, body.replace('\'', '"')));
    }
}
