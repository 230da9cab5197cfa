#include "core/engine/precision/products.h"

#include "core/engine/precision/types.h"

namespace tunebench {
namespace {

at::Tensor multiplied(const at::Tensor& a, const at::Tensor& b) {
    return a.dim() == 2 ? at::mm(a, b) : at::bmm(a, b);
}

}  // namespace

at::Tensor product(const at::Tensor& a, const at::Tensor& b) {
    const auto type = a.scalar_type();
    if (is_emulated(type, a.device()))
        return multiplied(a.to(at::kFloat), b.to(type).to(at::kFloat)).to(type);
    return multiplied(a, b.to(type));
}

void add_product(const at::Tensor& out, const at::Tensor& a, const at::Tensor& b) {
    const auto type = out.scalar_type();
    if (is_emulated(type, out.device())) {
        const auto wide = multiplied(a.to(type).to(at::kFloat), b.to(type).to(at::kFloat));
        out.copy_(wide.add_(out));
        return;
    }
    if (out.dim() == 2)
        out.addmm_(a.to(type), b.to(type));
    else
        out.baddbmm_(a.to(type), b.to(type));
}

}  // namespace tunebench
