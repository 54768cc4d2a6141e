/** Users and the lock under which everything between two of them changes. */
package dev.parley.adapters.persistence.user;
