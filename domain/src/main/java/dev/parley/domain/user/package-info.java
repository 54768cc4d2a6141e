/** Users, and the rules for names and passwords. */
package dev.parley.domain.user;
