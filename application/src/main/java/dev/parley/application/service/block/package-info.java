/** The use cases about blocks. */
package dev.parley.application.service.block;
