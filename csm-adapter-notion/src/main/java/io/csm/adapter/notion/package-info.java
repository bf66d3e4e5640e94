/** x. */
package io.csm.adapter.notion;
