/** x. */
package io.csm.adapter.llm;
