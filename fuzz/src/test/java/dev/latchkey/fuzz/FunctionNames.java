package dev.latchkey.fuzz;

import dev.latchkey.local.template.SamTemplate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The functions of the template, those behind the gateway and those that events wake. */
final class FunctionNames {

    static final Set<String> WOKEN = Set.of(
            "AuditTamperingFunction",
            "DirectorySyncFunction",
            "EraseFunction",
            "MailFeedbackFunction",
            "MailSenderFunction");
    static final Set<String> ALL = all();
    static final Set<String> BEHIND_THE_GATEWAY = behindTheGateway();

    private FunctionNames() {}

    /** A file or folder of the repository, from whichever folder this runs in. */
    static Path repository(String name) {
        for (Path at : List.of(Path.of(System.getProperty("latchkey.root", "")), Path.of(".."))) {
            if (Files.exists(at.resolve("template.yaml"))) {
                return at.resolve(name);
            }
        }
        throw new IllegalStateException("there is no template.yaml here or above");
    }

    private static Set<String> all() {
        Set<String> names = new TreeSet<>();
        SamTemplate.declared(repository("template.yaml")).forEach(function -> names.add(function.id()));
        return names;
    }

    private static Set<String> behindTheGateway() {
        Set<String> names = new TreeSet<>(ALL);
        names.removeAll(WOKEN);
        return names;
    }
}
