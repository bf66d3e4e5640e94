/**
 * The standalone application: settings, adapters and use cases put together, and the doors through which people and
 * programs come in. Start at {@link io.csm.app.Csm}, the composition root, or at {@link io.csm.app.Main}.
 */
package io.csm.app;
