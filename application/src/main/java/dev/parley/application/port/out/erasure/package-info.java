/** What the core needs to erase accounts to the end. */
package dev.parley.application.port.out.erasure;
