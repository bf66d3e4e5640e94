package io.csm.domain.expansion;

import io.csm.domain.account.Money;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the vendor sells beside seats. Without it no module is ever proposed.
 *
 * @param modules those that an account may own as a subscription of that name
 * @param integrations names of systems that the product can be connected to
 */
public record ProductCatalogue(List<Module> modules, List<String> integrations) {

    /**
     * One module.
     *
     * @param name as a subscription's plan names it
     * @param listPrice per year; empty when it depends
     */
    public record Module(String name, Optional<Money> listPrice) {

        public Module {
            Objects.requireNonNull(listPrice, "listPrice");
            if (name.isBlank()) {
                throw new IllegalArgumentException("a module must have a name");
            }
        }
    }

    public ProductCatalogue {
        modules = List.copyOf(modules);
        integrations = List.copyOf(integrations);
    }

    /** Nothing is known of what is sold. */
    public static ProductCatalogue unknown() {
        return new ProductCatalogue(List.of(), List.of());
    }
}
