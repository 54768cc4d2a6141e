/** Both databases: servers, pools and schemas. */
package dev.parley.bootstrap.store;
