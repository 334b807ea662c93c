package billing;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.base.HasDescription;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The house: floors are Maven modules, rooms are packages, and calls go one way. */
@AnalyzeClasses(packages = "billing", importOptions = DoNotIncludeTests.class)
class HouseRulesTest {

    /** A room may call itself and those before it. */
    private static final List<String> ROOMS = List.of(
            "id",
            "money",
            "ledger",
            "account",
            "payment",
            "purchase",
            "recharge",
            "usage",
            "access",
            "invoice",
            "closing",
            "sandbox");

    /** What every room may call; it calls only what needs no room. */
    private static final Set<String> GROUND = Set.of("runtime", "notice");

    @ArchTest
    static final ArchRule floors_are_entered_from_above = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("domain")
            .definedBy("billing.domain..")
            .layer("ejb")
            .definedBy("billing.ejb..")
            .layer("web")
            .definedBy("billing.web..")
            .whereLayer("web")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("ejb")
            .mayOnlyBeAccessedByLayers("web");

    @ArchTest
    static final ArchRule rooms_call_one_way = classes()
            .that()
            .resideInAnyPackage("billing.domain..", "billing.ejb..")
            .should(each("call only rooms before their own", HouseRulesTest::callsUp));

    @ArchTest
    static final ArchRule a_room_keeps_its_repository_and_its_steps_to_itself =
            classes().should(each("call other rooms by their services", HouseRulesTest::entersThroughTheBackDoor));

    /** And the gateway's address, because each page's policy names the gateway's origins. */
    @ArchTest
    static final ArchRule web_injects_services = fields().that()
            .areDeclaredInClassesThat()
            .resideInAPackage("billing.web..")
            .and()
            .areAnnotatedWith(Inject.class)
            .and()
            .haveRawType(DescribedPredicate.describe(
                    "of the services' floor",
                    type -> type.getPackageName().startsWith("billing.ejb")
                            && !room(type).equals("runtime")))
            .should()
            .haveRawType(DescribedPredicate.describe(
                    "…Service", type -> type.getSimpleName().matches(".*Service|GatewayEndpoint")));

    /** Anything else compiles, and fails when it is called: "Not a business method". */
    @ArchTest
    static final ArchRule what_other_classes_call_on_a_bean_is_public = classes()
            .that()
            .areAnnotatedWith(Stateless.class)
            .or()
            .areAnnotatedWith(Singleton.class)
            .should(each("offer only public methods to others", HouseRulesTest::hiddenButCalled));

    @ArchTest
    static final ArchRule only_six_suffixes_say_what_a_class_is_for = noClasses()
            .should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameStartingWith("Default")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("DTO")
            .orShould()
            .haveSimpleNameEndingWith("Dto")
            .orShould()
            .haveSimpleNameEndingWith("Facade")
            .orShould()
            .haveSimpleNameEndingWith("Controller");

    @ArchTest
    static final ArchRule stateless_beans_are_services_steps_or_repositories = classes()
            .that()
            .areAnnotatedWith(Stateless.class)
            .should()
            .haveNameMatching(".*(Service|Steps|Repository)");

    @ArchTest
    static final ArchRule no_floating_point_near_money = classes()
            .that()
            .resideInAnyPackage("billing.domain..", "billing.ejb..")
            .should(each("use no float and no double", HouseRulesTest::floats));

    /** The simulator stands for another company, whose watch does not stop when our clock is moved. */
    @ArchTest
    static final ArchRule time_is_injected = noClasses()
            .that()
            .resideOutsideOfPackages("billing.ejb.runtime", "billing.ejb.sandbox")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callMethod(InstantSource.class, "system")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule nothing_is_printed = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static void every_package_says_what_is_decided_in_it_and_knows_null(JavaClasses all) {
        Set<String> silent = new TreeSet<>();
        all.stream().map(JavaClass::getPackage).filter(HouseRulesTest::isSilent).forEach(p -> silent.add(p.getName()));
        if (!silent.isEmpty()) {
            throw new AssertionError("Without package-info and @NullMarked: " + silent);
        }
    }

    private static boolean isSilent(JavaPackage here) {
        return here.tryGetPackageInfo()
                .filter(info -> info.isAnnotatedWith(NullMarked.class))
                .isEmpty();
    }

    private static Stream<Dependency> callsUp(JavaClass caller) {
        return calls(caller).filter(call -> !mayCall(room(caller), room(call.getTargetClass())));
    }

    private static boolean mayCall(String caller, String called) {
        if (GROUND.contains(called) || !ROOMS.contains(called)) {
            return true;
        }
        int height = GROUND.contains(caller) ? ROOMS.indexOf("money") : ROOMS.indexOf(caller);
        return ROOMS.indexOf(called) <= height;
    }

    private static Stream<Dependency> entersThroughTheBackDoor(JavaClass caller) {
        return calls(caller)
                .filter(call -> !room(caller).equals(room(call.getTargetClass())))
                .filter(call -> call.getTargetClass().getSimpleName().matches(".*(Repository|Steps)"));
    }

    private static Stream<JavaMethodCall> hiddenButCalled(JavaClass bean) {
        return bean.getMethodCallsToSelf().stream()
                .filter(call -> !call.getOriginOwner().getName().startsWith(bean.getName()))
                .filter(call -> call.getTarget()
                        .resolveMember()
                        .filter(method -> !method.getModifiers().contains(JavaModifier.PUBLIC)
                                && !method.getModifiers().contains(JavaModifier.STATIC))
                        .isPresent());
    }

    private static Stream<Dependency> calls(JavaClass caller) {
        return caller.getDirectDependenciesFromSelf().stream()
                .filter(call -> call.getTargetClass().getPackageName().startsWith("billing."));
    }

    private static Stream<Object> floats(JavaClass here) {
        Stream<JavaField> fields = here.getFields().stream().filter(field -> isFloat(field.getRawType()));
        return Stream.concat(
                fields,
                here.getCodeUnits().stream()
                        .filter(code -> !here.isAnonymousClass())
                        .filter(code -> isFloat(code.getRawReturnType())
                                || code.getRawParameterTypes().stream().anyMatch(HouseRulesTest::isFloat)));
    }

    private static boolean isFloat(JavaClass type) {
        return Set.of("float", "double", "java.lang.Float", "java.lang.Double").contains(type.getName());
    }

    /** The last word of {@code billing.‹floor›.‹room›}. */
    private static String room(JavaClass type) {
        String[] words = type.getPackageName().split("\\.");
        return words.length > 2 ? words[2] : "";
    }

    private static <T> ArchCondition<JavaClass> each(
            String what, java.util.function.Function<JavaClass, Stream<T>> findings) {
        return new ArchCondition<>(what) {
            @Override
            public void check(JavaClass here, ConditionEvents events) {
                findings.apply(here).forEach(finding -> events.add(violated(here, describe(finding))));
            }
        };
    }

    private static String describe(Object finding) {
        return finding instanceof HasDescription described ? described.getDescription() : finding.toString();
    }
}
