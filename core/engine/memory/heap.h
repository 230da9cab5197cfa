// The C library's heap, which oneDNN takes its room from for each product and gives it back.
#pragma once

namespace tunebench {

/// From now on what is freed stays in the process: returned to the system, it would come back with a fault
/// for every page, at each product.
void keep_freed_heap();

/// Returns what is free now.
void release_freed_heap();

}  // namespace tunebench
