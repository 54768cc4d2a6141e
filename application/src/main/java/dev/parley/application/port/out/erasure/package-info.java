/** The store of unfinished erasures. */
package dev.parley.application.port.out.erasure;
