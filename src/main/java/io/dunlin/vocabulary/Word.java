package io.dunlin.vocabulary;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a field that a rule may read. What is not marked does not exist for a rule. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Word {
    /** The meaning, in one sentence a collection manager understands. */
    String value();

    Unit unit() default Unit.NONE;
}
