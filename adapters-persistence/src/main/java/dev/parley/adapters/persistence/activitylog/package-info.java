/** The log store. No other package uses its database. */
package dev.parley.adapters.persistence.activitylog;
