/** Log files and the queues before them. */
package dev.parley.bootstrap.logging;
