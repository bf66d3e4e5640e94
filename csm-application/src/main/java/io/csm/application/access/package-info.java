/**
 * Who acts: every use case is told its {@link io.csm.application.access.Actor}, whose tenant bounds all that it may see
 * and change. There is no ambient user and no thread-local.
 */
package io.csm.application.access;
