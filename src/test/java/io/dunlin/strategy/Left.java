package io.dunlin.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;

/**
 * What the process holds for code, after a collection.
 *
 * @param metaspace bytes
 */
record Left(int classes, long metaspace) {
    static Left behind() {
        System.gc();
        var metaspace = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .findFirst()
                .map(MemoryPoolMXBean::getUsage)
                .orElseThrow();
        return new Left(ManagementFactory.getClassLoadingMXBean().getLoadedClassCount(), metaspace.getUsed());
    }

    void assertFlat() {
        var now = behind();
        assertThat(now.classes - classes).as("classes more").isLessThan(100);
        assertThat(now.metaspace - metaspace).as("bytes of metaspace more").isLessThan(2_000_000);
    }
}
