package io.dunlin.language;

import io.dunlin.vocabulary.Customer;
import io.dunlin.vocabulary.Fact;
import io.dunlin.vocabulary.Invoice;
import io.dunlin.vocabulary.Outcome;
import io.dunlin.vocabulary.Word;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Every word a rule may use, read once from the vocabulary: what is not marked there does not exist. */
public final class Words {
    private static final Map<String, Class<? extends Fact>> FACTS =
            Map.of("Customer", Customer.class, "Invoice", Invoice.class, "Outcome", Outcome.class);
    private static final Map<Class<?>, Map<String, Field>> FIELDS = new java.util.HashMap<>();

    static {
        FACTS.values().forEach(fact -> FIELDS.put(fact, fieldsOf(fact)));
    }

    private Words() {}

    public static Optional<Class<? extends Fact>> fact(String name) {
        return Optional.ofNullable(FACTS.get(name));
    }

    public static List<String> facts() {
        return FACTS.keySet().stream().sorted().toList();
    }

    /** The fields of a fact itself, by name; a field that is another fact leads to that fact's fields. */
    public static Map<String, Field> fields(Class<?> fact) {
        return FIELDS.get(fact);
    }

    /** Looks up {@code name} or {@code name.name}. */
    public static Optional<Field> field(Class<?> fact, String path) {
        var dot = path.indexOf('.');
        if (dot < 0) {
            return Optional.ofNullable(FIELDS.get(fact).get(path));
        }
        return Optional.ofNullable(FIELDS.get(fact).get(path.substring(0, dot)))
                .filter(owner -> FIELDS.containsKey(owner.type()))
                .flatMap(owner -> field(owner.type(), path.substring(dot + 1)).map(inner -> inner.under(owner)));
    }

    private static Map<String, Field> fieldsOf(Class<?> fact) {
        var fields = new TreeMap<String, Field>();
        Arrays.stream(fact.getMethods())
                .filter(method -> method.isAnnotationPresent(Word.class))
                .sorted(Comparator.comparing(Method::getName))
                .forEach(method -> fields.put(method.getName(), field(method)));
        return fields;
    }

    private static Field field(Method method) {
        var word = method.getAnnotation(Word.class);
        var element = method.getGenericReturnType() instanceof ParameterizedType set
                ? (Class<?>) set.getActualTypeArguments()[0]
                : null;
        return new Field(method.getName(), method.getReturnType(), element, word.unit(), word.value(), reader(method));
    }

    /** A real lambda over the accessor: as fast as calling it, which reflection is not. */
    @SuppressWarnings("unchecked")
    private static Function<Object, Object> reader(Method method) {
        try {
            var lookup = MethodHandles.lookup();
            var handle = lookup.unreflect(method);
            var boxed = handle.type().wrap().changeParameterType(0, method.getDeclaringClass());
            return (Function<Object, Object>) LambdaMetafactory.metafactory(
                            lookup,
                            "apply",
                            MethodType.methodType(Function.class),
                            MethodType.methodType(Object.class, Object.class),
                            handle,
                            boxed)
                    .getTarget()
                    .invokeExact();
        } catch (Throwable e) {
            throw new IllegalStateException("vocabulary word " + method + " cannot be read", e);
        }
    }
}
