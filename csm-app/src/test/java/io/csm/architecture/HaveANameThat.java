package io.csm.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Conditions on the names of classes. */
final class HaveANameThat {

    private HaveANameThat() {}

    static ArchCondition<JavaClass> endsWithOneOf(List<String> endings) {
        return new ArchCondition<>("have a name that ends with one of " + endings) {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                boolean satisfied = item.getSimpleName().equals("package-info")
                        || endings.stream().anyMatch(item.getSimpleName()::endsWith);
                events.add(new SimpleConditionEvent(item, satisfied, item.getName() + " is public"));
            }
        };
    }

    static ArchCondition<JavaClass> standsBesideAPackageInfo() {
        return new ArchCondition<>("stand beside a package-info") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                boolean satisfied = item.getPackage().tryGetPackageInfo().isPresent()
                        || item.getClass()
                                        .getResource(
                                                "/" + item.getPackageName().replace('.', '/') + "/package-info.class")
                                != null
                        || hasSource(item);
                events.add(new SimpleConditionEvent(item, satisfied, item.getPackageName() + " has no package-info"));
            }
        };
    }

    /** javac writes no class file for a package-info without annotations; the source is beside the module's classes. */
    private static boolean hasSource(JavaClass item) {
        return item.getSource()
                .map(source -> source.getUri().toString())
                .filter(uri -> uri.startsWith("file:") && uri.contains("/target/classes/"))
                .map(uri -> Path.of(URI.create(uri.substring(0, uri.lastIndexOf('/') + 1)
                                .replace("/target/classes/", "/src/main/java/"))
                        .resolve("package-info.java")))
                .map(Files::exists)
                .orElse(true);
    }
}
