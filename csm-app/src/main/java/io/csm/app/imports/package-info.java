/**
 * Getting data in from files: CSV or JSON lines of CSM's own columns, or the exports of another system with a mapping
 * that says what its columns mean. Start at {@link io.csm.app.imports.Importer}, and at
 * {@link io.csm.app.imports.Mapping} for what a mapping says.
 */
package io.csm.app.imports;
