/**
 * How long history is kept, and removing what is older. It is a policy of the installation, for all tenants alike. Start at
 * {@link io.csm.application.retention.RunRetention}.
 */
package io.csm.application.retention;
