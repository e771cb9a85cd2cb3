package dev.latchkey.local.aws;

import dev.latchkey.local.aws.kms.WellKnownKeys;
import dev.latchkey.local.aws.ses.MailNames;
import dev.latchkey.local.table.LocalClients;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.KeyMetadata;
import software.amazon.awssdk.services.kms.model.NotFoundException;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.ConfigurationSetAlreadyExistsException;

/** Makes on an emulator what the template declares besides the table. What is there from an earlier run is used again. */
final class EmulatorSetUp {
    private EmulatorSetUp() {}

    /** ARNs by alias. */
    static Map<String, String> keys(Emulator emulator) {
        Map<String, String> arns = new TreeMap<>();
        try (KmsClient kms = LocalClients.kms(emulator.endpoint(), emulator.accessKey())) {
            for (WellKnownKeys key : WellKnownKeys.values()) {
                arns.put(key.alias(), kept(kms, key).arn());
            }
        }
        return arns;
    }

    private static KeyMetadata kept(KmsClient kms, WellKnownKeys key) {
        try {
            return kms.describeKey(describe -> describe.keyId(key.alias())).keyMetadata();
        } catch (NotFoundException missing) {
            return made(kms, key);
        }
    }

    private static KeyMetadata made(KmsClient kms, WellKnownKeys key) {
        KeyMetadata made = kms.createKey(
                        create -> create.keySpec(key.specification()).keyUsage(key.usage()))
                .keyMetadata();
        if (key.rotates()) {
            kms.enableKeyRotation(enable -> enable.keyId(made.keyId()));
        }
        kms.createAlias(create -> create.aliasName(key.alias()).targetKeyId(made.keyId()));
        return made;
    }

    /** The sender's domain and the configuration set: an emulator refuses mail without them, as AWS does. */
    static void mail(Emulator emulator) {
        try (SesClient ses = LocalClients.ses(emulator.endpoint(), emulator.accessKey())) {
            ses.verifyDomainIdentity(verify -> verify.domain(MailNames.DOMAIN));
            ses.createConfigurationSet(create -> create.configurationSet(rules -> rules.name(MailNames.RULES)));
        } catch (ConfigurationSetAlreadyExistsException kept) {
            System.out.println("latchkey: the configuration set of an earlier run is kept");
        }
    }
}
