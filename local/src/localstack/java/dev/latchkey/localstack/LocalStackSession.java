package dev.latchkey.localstack;

import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * Starts LocalStack before the first test of this process and stops it after the last. Where Docker or the image is not to
 * be had, {@link NeedsLocalStack} skips every test with the reason.
 */
public final class LocalStackSession implements LauncherSessionListener {
    static final String ENDPOINT = "AWS_ENDPOINT_URL";
    static final String MISSING = "latchkey.localstack.missing";
    private static final String IMAGE = "localstack.image";

    private @Nullable LocalStackContainer container;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        String image = System.getProperty(IMAGE, "");
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            System.setProperty(MISSING, "no Docker engine answers here, and LocalStack runs in a container");
            return;
        }
        try {
            start(image);
        } catch (ContainerFetchException unfetched) {
            System.setProperty(MISSING, "the image " + image + " is neither here nor could it be fetched");
        } catch (ContainerLaunchException broken) {
            if (!(broken.getCause() instanceof ContainerFetchException)) {
                throw broken;
            }
            System.setProperty(MISSING, "the image " + image + " is neither here nor could it be fetched");
        }
    }

    private void start(String image) {
        LocalStackContainer started = new LocalStackContainer(
                        DockerImageName.parse(image).asCompatibleSubstituteFor("localstack/localstack"))
                .withServices("dynamodb", "dynamodbstreams", "kms", "ses")
                // Streams of DynamoDB Local itself, without a Kinesis in between
                .withEnv("PROVIDER_OVERRIDE_DYNAMODB", "v2")
                .waitingFor(Wait.forLogMessage(".*Ready\\.\\n", 1));
        started.start();
        container = started;
        System.setProperty(ENDPOINT, started.getEndpoint().toString());
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (container != null) {
            container.stop();
        }
    }
}
