/** What similar accounts use. */
package io.csm.application.adoption.port;
