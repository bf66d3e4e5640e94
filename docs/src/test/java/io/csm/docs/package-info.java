/**
 * The samples of README and docs, compiled and run, and tests that hold the documents to them. Start at
 * {@link io.csm.docs.TheDocumentsTest}; a sample is the text between {@code tag::name[]} and {@code end::name[]}.
 */
package io.csm.docs;
