package io.dunlin.strategy;

import io.dunlin.language.Diagnostic;
import java.util.List;

/**
 * How a strategy stands.
 *
 * @param live version that decides; null where there is none
 * @param refused what is wrong with the files in the folder; empty where they are the live version
 */
public record Status(String name, String purpose, String live, int rules, List<Diagnostic> refused) {}
