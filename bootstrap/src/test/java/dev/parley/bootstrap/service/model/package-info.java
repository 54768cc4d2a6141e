/** Parley told the slow way, with nothing of the code that it is compared with. */
@org.jspecify.annotations.NullMarked
package dev.parley.bootstrap.service.model;
