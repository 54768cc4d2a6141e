/** The stores of rate limits and failure streaks. */
package dev.parley.application.port.out.limit;
