/** Authentication that all APIs share. */
package dev.parley.adapters.rest.auth;
