/** x. */
package io.csm.adapter.jdbc;
