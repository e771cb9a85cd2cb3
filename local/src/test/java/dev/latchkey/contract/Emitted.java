package dev.latchkey.contract;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.latchkey.crypto.HashingOverloaded;
import dev.latchkey.crypto.KeysUnavailable;
import dev.latchkey.functions.http.Problem;
import dev.latchkey.functions.http.Request;
import dev.latchkey.staff.StaffKeysUnavailable;
import dev.latchkey.store.StoreUnavailable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The problems that a function's code can name: all that is read from {@link Problem} on some way from its
 * {@code handle}, and what its callers make of the exceptions that are thrown on one. It knows ways, not values, so that
 * a way which no value takes counts as well.
 */
final class Emitted {

    private static final Set<String> OUTAGES = Set.of(
            StoreUnavailable.class.getName(), KeysUnavailable.class.getName(), StaffKeysUnavailable.class.getName());

    private final JavaClasses product = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("/latchkey/local/"))
            .importPackages("dev.latchkey");

    /** @param handler the name of its class */
    Set<Problem> by(String handler) {
        Set<Problem> problems = EnumSet.of(Problem.INTERNAL_ERROR);
        Set<JavaCodeUnit> known = new HashSet<>();
        Deque<JavaCodeUnit> open = new ArrayDeque<>();
        open.add(product.get(handler).getMethod("handle", Request.class));
        while (!open.isEmpty()) {
            JavaCodeUnit at = open.pop();
            if (known.add(at)) {
                at.getAccessesFromSelf().forEach(access -> {
                    named(access).forEach(problems::add);
                    next(access).forEach(open::add);
                });
            }
        }
        return problems;
    }

    private static Stream<Problem> named(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getTarget().getName();
        boolean made = name.equals(JavaConstructor.CONSTRUCTOR_NAME);
        if (made && OUTAGES.contains(owner)) {
            return Stream.of(Problem.SERVICE_UNAVAILABLE);
        }
        if (made && owner.equals(HashingOverloaded.class.getName())) {
            return Stream.of(Problem.TOO_MANY_REQUESTS);
        }
        boolean ours = access.getOriginOwner().isEquivalentTo(Problem.class) || !owner.equals(Problem.class.getName());
        return ours
                ? Stream.of()
                : Stream.of(Problem.values()).filter(problem -> problem.name().equals(name));
    }

    /** What is called, and whatever takes its place in a class below. */
    private static Stream<JavaCodeUnit> next(JavaAccess<?> access) {
        List<JavaCodeUnit> called = access.getTarget().resolveMember().stream()
                .filter(JavaCodeUnit.class::isInstance)
                .map(JavaCodeUnit.class::cast)
                .filter(unit -> unit.getOwner().getPackageName().startsWith("dev.latchkey"))
                .toList();
        return called.stream().flatMap(unit -> Stream.concat(Stream.of(unit), overriding(unit)));
    }

    private static Stream<JavaCodeUnit> overriding(JavaCodeUnit unit) {
        List<String> parameters =
                unit.getRawParameterTypes().stream().map(JavaClass::getName).toList();
        return unit.getOwner().getAllSubclasses().stream()
                .flatMap(below -> below.tryGetMethod(unit.getName(), parameters.toArray(String[]::new)).stream());
    }
}
