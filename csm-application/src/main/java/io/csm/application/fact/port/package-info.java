/** Where facts are kept, with every version of each. */
package io.csm.application.fact.port;
