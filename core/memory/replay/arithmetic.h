// Elementwise operations and products, as LibTorch and core/engine/precision do them.
#pragma once

#include <cstdint>

#include "core/memory/replay/replay.h"

namespace tunebench::replay {

/// x.to(type); x itself when it has that width already.
Sketch to_width(Replay& replay, const Sketch& x, int width);

/// a + b in the wider type, of which the other is a copy for a while.
Sketch add(Replay& replay, const Sketch& a, const Sketch& b);

/// x · a number.
Sketch scale(Replay& replay, const Sketch& x);

/// a · b of one shape: both are kept, as far as the other's gradient is needed.
Sketch multiply(Replay& replay, const Sketch& a, const Sketch& b);

/// x (n, m) · a vector (m) that trains or not: the vector's gradient is a sum over rows.
Sketch multiply_by_vector(Replay& replay, const Sketch& x, const Sketch& vector);

/// x + a vector in the type of x; its gradient is a sum.
Sketch add_vector(Replay& replay, const Sketch& x, const Sketch& vector);

/// Rows of x by an index.
Sketch select_rows(Replay& replay, const Sketch& x, std::int64_t rows);

/// x.contiguous().
Sketch contiguous(Replay& replay, const Sketch& x);

/// Columns of x, a view; backward makes a tensor of the whole.
Sketch slice(Replay& replay, const Sketch& x, std::int64_t columns);

/// Rows of several tensors, one after the other; gradients are views of the whole's.
Sketch joined(Replay& replay, const Sketches& parts);

/// Neighbouring rows of x, a view; backward makes a tensor of the whole.
Sketch rows_of(Replay& replay, const Sketch& x, std::int64_t rows);

/// (1, columns).
Sketch mean_of_rows(Replay& replay, const Sketch& x);

/// precision/products.h: a (n, k) · b, where b is `other_count` numbers; the result has `columns`. Without
/// autograd.
Sketch product(Replay& replay, const Sketch& a, const Sketch& b, std::int64_t rows, std::int64_t columns);

/// out += a · b.
void add_product(Replay& replay, const Sketch& out, const Sketch& a, const Sketch& b);

}  // namespace tunebench::replay
