/** Everything that there is, for whoever checks it. */
package dev.parley.adapters.persistence.audit;
