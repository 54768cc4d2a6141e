package dev.parley.bootstrap.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.stream.Stream;

/** The root package of a hexagon. The rules find its parts only through this. */
record Root(String name) {

    String pattern(Part part) {
        return name + "." + part.place() + "..";
    }

    /** A class by its name below the root. */
    String named(String place) {
        return name + "." + place;
    }

    DescribedPredicate<JavaClass> in(Part... parts) {
        return resideInAnyPackage(Stream.of(parts).map(this::pattern).toArray(String[]::new));
    }

    DescribedPredicate<JavaClass> outside(Part... parts) {
        return not(in(parts));
    }

    /** All classes below the root, except those of these parts. */
    DescribedPredicate<JavaClass> elsewhereThan(Part... parts) {
        return resideInAnyPackage(name + "..").and(outside(parts));
    }
}
