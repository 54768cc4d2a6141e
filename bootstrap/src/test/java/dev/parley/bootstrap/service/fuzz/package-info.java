/** A fuzzer: mutates valid requests and checks every response. */
package dev.parley.bootstrap.service.fuzz;
