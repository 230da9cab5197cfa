#include "core/engine/ops/rms_norm.h"

#include <cmath>

#include "core/engine/ops/accelerated.h"
#include "core/engine/ops/cpu/typed_rows.h"
#include "core/engine/precision/types.h"
#include "core/engine/tensor.h"

namespace tunebench {
namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

at::Tensor reciprocal_rms(const at::Tensor& x, double eps) {
    return x.square().mean(-1, /*keepdim=*/true).add_(eps).rsqrt_();
}

/// The type that rows of x are computed in.
at::Tensor widened(const at::Tensor& x) {
    return is_narrow(x.scalar_type()) ? x.to(at::kFloat) : x;
}

struct Normed {
    at::Tensor out, scale;  // (n, h), (n, 1)
};

Normed normed_by_rows(const at::Tensor& x, const at::Tensor& weight, double eps, at::ScalarType type) {
    const auto width = x.size(-1);
    Normed result{at::empty(x.sizes(), x.options().dtype(type)),
                  at::empty({x.numel() / width, 1}, x.options().dtype(at::kFloat))};
    auto* scales = result.scale.data_ptr<float>();
    const auto* w = weight.data_ptr<float>();
    rows::in_parallel(result.scale.size(0), width, [&](std::int64_t first, std::int64_t last) {
        rows::Reader in(x, width);
        rows::Writer out(result.out, width);
        for (auto row = first; row < last; ++row) {
            const float* values = in.read(row);
            const double mean = rows::sum_of_squares(values, width) / static_cast<double>(width);
            scales[row] = static_cast<float>(1.0 / std::sqrt(mean + eps));
            rows::scaled_product(values, scales[row], w, out.place(row), width);
            out.done();
        }
    });
    return result;
}

/// The same from the rows' scales.
at::Tensor scaled_by_rows(const at::Tensor& x, const at::Tensor& weight, const at::Tensor& scale,
                          at::ScalarType type) {
    const auto width = x.size(-1);
    auto result = at::empty(x.sizes(), x.options().dtype(type));
    const auto* scales = scale.data_ptr<float>();
    const auto* w = weight.data_ptr<float>();
    rows::in_parallel(scale.size(0), width, [&](std::int64_t first, std::int64_t last) {
        rows::Reader in(x, width);
        rows::Writer out(result, width);
        for (auto row = first; row < last; ++row) {
            rows::scaled_product(in.read(row), scales[row], w, out.place(row), width);
            out.done();
        }
    });
    return result;
}

at::Tensor scaled(const at::Tensor& wide, const at::Tensor& weight, const at::Tensor& scale,
                  at::ScalarType type) {
    return (wide * scale).mul_(weight).to(type);
}

at::Tensor input_gradient_by_rows(const at::Tensor& gradient, const at::Tensor& x, const at::Tensor& weight,
                                  const at::Tensor& scale) {
    const auto width = x.size(-1);
    auto for_x = at::empty_like(x);
    const auto* scales = scale.data_ptr<float>();
    const auto* w = weight.data_ptr<float>();
    rows::in_parallel(scale.size(0), width, [&](std::int64_t first, std::int64_t last) {
        rows::Reader in(x, width), from(gradient, width);
        rows::Writer out(for_x, width);
        for (auto row = first; row < last; ++row) {
            const float *values = in.read(row), *g = from.read(row), s = scales[row];
            const float along = rows::dot3(g, w, values, width) * s * s / static_cast<float>(width);
            rows::norm_gradient(g, w, values, along, s, out.place(row), width);
            out.done();
        }
    });
    return for_x;
}

/// By columns, so that every sum has the same order however many threads there are.
at::Tensor weight_gradient_by_rows(const at::Tensor& gradient, const at::Tensor& x, const at::Tensor& scale) {
    constexpr std::int64_t kColumns = 64;
    const auto width = x.size(-1);
    auto for_weight = at::zeros({width}, x.options().dtype(at::kFloat));
    auto* sums = for_weight.data_ptr<float>();
    const auto* scales = scale.data_ptr<float>();
    const auto strips = (width + kColumns - 1) / kColumns;
    rows::in_parallel(strips, kColumns * scale.size(0), [&](std::int64_t first, std::int64_t last) {
        rows::Reader in(x, width), from(gradient, width);
        const auto begin = first * kColumns, count = std::min(last * kColumns, width) - begin;
        for (std::int64_t row = 0; row < scale.size(0); ++row)
            rows::add_scaled_product(from.read(row, begin, count), in.read(row, begin, count), scales[row],
                                     sums + begin, count);
    });
    return for_weight;
}

class RmsNorm : public torch::autograd::Function<RmsNorm> {
public:
    static at::Tensor forward(AutogradContext* context, const at::Tensor& x, const at::Tensor& weight,
                              double eps, at::ScalarType type) {
        context->saved_data["eps"] = eps;
        context->saved_data["type"] = type;
        if (takes_rows(x, weight)) {
            const auto result = normed_by_rows(x, weight, eps, type);
            context->save_for_backward({x, weight, result.scale});
            return result.out;
        }
        if (is_accelerated(x, weight)) {
            const auto result = accelerated::rms_norm(x, weight, eps, type);
            context->save_for_backward({x, weight, result.scale});
            return result.out;
        }
        const auto wide = widened(x);
        const auto scale = reciprocal_rms(wide, eps);
        context->save_for_backward({x, weight, scale});
        return scaled(wide, weight, scale, type);
    }

    static at::Tensor again(AutogradContext& context) {
        const auto saved = context.get_saved_variables();
        const auto &x = saved[0], &weight = saved[1], &scale = saved[2];
        const auto type = context.saved_data["type"].toScalarType();
        if (takes_rows(x, weight))
            return scaled_by_rows(x, weight, scale, type);
        if (is_accelerated(x, weight))
            return accelerated::rms_norm(x, weight, context.saved_data["eps"].toDouble(), type).out;
        return scaled(widened(x), weight, scale, type);
    }

    static variable_list backward(AutogradContext* context, variable_list gradients) {
        const auto saved = context->get_saved_variables();
        const auto &x = saved[0], &weight = saved[1], &scale = saved[2];
        const bool x_trains = context->needs_input_grad(0), weight_trains = context->needs_input_grad(1);
        at::Tensor for_x, for_weight;
        if (takes_rows(x, weight)) {
            const auto gradient = gradients[0].contiguous();
            if (weight_trains)
                for_weight = weight_gradient_by_rows(gradient, x, scale);
            if (x_trains)
                for_x = input_gradient_by_rows(gradient, x, weight, scale);
            return {for_x, for_weight, {}, {}};
        }
        if (is_accelerated(x, weight)) {
            const auto gradient = gradients[0].contiguous();
            if (weight_trains)
                for_weight = accelerated::rms_norm_weight_gradient(gradient, x, scale);
            if (x_trains)
                for_x = accelerated::rms_norm_input_gradient(gradient, x, weight, scale);
            return {for_x, for_weight, {}, {}};
        }
        const auto gradient = widened(gradients[0]);
        const auto normed = widened(x) * scale;
        if (weight_trains)
            for_weight = (gradient * normed).reshape({-1, x.size(-1)}).sum(0);
        if (x_trains) {
            const auto weighted = gradient * weight;
            const auto along = (weighted * normed).mean(-1, /*keepdim=*/true);
            for_x = weighted.addcmul_(normed, along, -1.0).mul_(scale).to(x.scalar_type());
        }
        return {for_x, for_weight, {}, {}};
    }

private:
    static bool takes_rows(const at::Tensor& x, const at::Tensor& weight) {
        return rows::takes(x) && weight.scalar_type() == at::kFloat && x.is_contiguous();
    }
    static bool is_accelerated(const at::Tensor& x, const at::Tensor& weight) {
        return accelerated::takes(x) && weight.scalar_type() == at::kFloat && weight.is_contiguous();
    }
};

}  // namespace

at::Tensor rms_norm(const at::Tensor& x, const at::Tensor& weight, double eps, at::ScalarType out) {
    return RmsNorm::apply(x, weight, eps, out);
}

Again normed_again(const torch::autograd::Node& operation) {
    return again_by<RmsNorm>(operation);
}

at::Tensor rms_norm_composed(const at::Tensor& x, const at::Tensor& weight, double eps) {
    return x * reciprocal_rms(x, eps) * weight;
}

}  // namespace tunebench
