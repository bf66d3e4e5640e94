/**
 * What an installation is told: {@code csm.yaml} in its home and environment variables, read and checked at start.
 * Start at {@link io.csm.app.config.CsmSettings}.
 */
package io.csm.app.config;
