/** What operators may ask of the core about the soundness of the data. */
package dev.parley.application.port.in.audit;
