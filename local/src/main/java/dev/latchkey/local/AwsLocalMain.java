package dev.latchkey.local;

import dev.latchkey.local.aws.LocalAws;
import dev.latchkey.local.table.LocalClients;
import dev.latchkey.local.table.TableCreator;
import dev.latchkey.local.template.SamTemplate;
import java.io.IOException;
import java.time.Clock;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The local AWS endpoint alone, with the table made: for the AWS CLI, for {@code sam local}, for a function under a
 * debugger.
 */
public final class AwsLocalMain {
    private AwsLocalMain() {}

    public static void main(String[] arguments) {
        Launch.run(() -> start(LocalSettings.from(System.getenv())));
    }

    /** Returns when the table is there. */
    public static LocalAws start(LocalSettings settings) throws IOException {
        LocalAws aws = Ports.aws(settings, Clock.systemUTC());
        try (DynamoDbClient dynamoDb = LocalClients.dynamoDb(aws.direct(), aws.accessKey())) {
            LocalParameters parameters = new LocalParameters(settings, LocalParameters.api(settings));
            SamTemplate template =
                    SamTemplate.read(settings.template(), parameters.parameters(), parameters.attributes(aws::keyArn));
            TableCreator.create(dynamoDb, template.table());
            aws.enforce(template.functions(), template.table().partitionKey());
        }
        System.out.println(
                "\nThe local AWS endpoint is ready at " + aws.endpoint() + ", table " + TableCreator.TABLE + "\n");
        return aws;
    }
}
