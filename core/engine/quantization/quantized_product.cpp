#include "core/engine/quantization/quantized_product.h"

#include <algorithm>

#include "core/engine/ops/accelerated.h"
#include "core/engine/ops/cpu/typed_rows.h"
#include "core/engine/precision/products.h"
#include "core/engine/precision/types.h"

namespace tunebench {
namespace {

/// What multiplies in `type`: fp32 numbers, where there is no kernel for it.
at::Tensor widened(const at::Tensor& x) {
    return is_emulated(x.scalar_type(), x.device()) ? x.to(at::kFloat) : x;
}

/// Decodes parts of a weight into matrices of one type, which are multiplied in another.
class Panels {
public:
    Panels(const QuantizedWeight& weight, at::ScalarType type, at::ScalarType multiplied_in)
        : codes_(weight.codes),
          rounded_to_(weight.rounded_to == type ? at::kFloat : weight.rounded_to),  // the type rounds itself
          type_(type),
          multiplied_in_(multiplied_in),
          rows_(weight.shape[0]),
          columns_(weight.shape[1]) {
        codes_.absmax = weight.block_scales();
    }

    std::int64_t rows() const { return rows_; }
    std::int64_t columns() const { return columns_; }

    /// How many make a panel.
    std::int64_t rows_at_once() const { return std::max<std::int64_t>(1, numbers() / columns_); }
    std::int64_t columns_at_once() const {
        return std::max<std::int64_t>(1, numbers() / rows_ / kPanelColumns) * kPanelColumns;
    }

    at::Tensor decode(std::int64_t row, std::int64_t rows, std::int64_t column, std::int64_t columns) const {
        auto out = at::empty({rows, columns}, is_narrow(type_) ? type_ : at::kFloat);
        rows::in_parallel(rows, columns, [&](std::int64_t first, std::int64_t last) {
            rows::Writer writer(out, columns);
            for (auto i = first; i < last; ++i) {
                decode_blocks(codes_, (row + i) * columns_ + column, columns, rounded_to_, writer.place(i));
                writer.done();
            }
        });
        return out.to(multiplied_in_);
    }

private:
    std::int64_t numbers() const { return kPanelBytes / static_cast<std::int64_t>(at::elementSize(type_)); }

    BlockCodes codes_;
    at::ScalarType rounded_to_, type_, multiplied_in_;
    std::int64_t rows_, columns_;
};

/// Columns [begin, begin + count) of the result, from multiplied(begin, count).
template <class Multiplied>
at::Tensor in_parts(std::int64_t all, std::int64_t at_once, const at::Tensor& like,
                    const Multiplied& multiplied) {
    if (all <= at_once)
        return multiplied(0, all).to(like.scalar_type());
    auto out = at::empty({like.size(0), all}, like.options());
    for (std::int64_t begin = 0; begin < all; begin += at_once) {
        const auto count = std::min(at_once, all - begin);
        out.narrow(1, begin, count).copy_(multiplied(begin, count));
    }
    return out;
}

}  // namespace

at::Tensor product_with(const at::Tensor& x, const QuantizedWeight& weight) {
    if (accelerated::takes_few(x, weight))
        return accelerated::product_of_few(x, weight);
    if (!x.device().is_cpu())
        return product(x, weight.dequantize(x.scalar_type()).t());
    const auto wide = widened(x);
    const Panels panels(weight, x.scalar_type(), wide.scalar_type());
    return in_parts(panels.rows(), panels.rows_at_once(), x, [&](std::int64_t first, std::int64_t count) {
        return product(wide, panels.decode(first, count, 0, panels.columns()).t());
    });
}

at::Tensor product_back(const at::Tensor& gradient, const QuantizedWeight& weight) {
    if (!gradient.device().is_cpu())
        return product(gradient, weight.dequantize(gradient.scalar_type()));
    const auto wide = widened(gradient);
    const Panels panels(weight, gradient.scalar_type(), wide.scalar_type());
    return in_parts(panels.columns(), panels.columns_at_once(), gradient,
                    [&](std::int64_t first, std::int64_t count) {
                        return product(wide, panels.decode(0, panels.rows(), first, count));
                    });
}

}  // namespace tunebench
