// Tensors and autograd, and no more: torch/torch.h brings modules, data loaders and serialisation along, and
// with them 20 seconds of compilation a file. Precompiled.
#pragma once

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Parallel.h>
#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/autograd/custom_function.h>

#if AT_PARALLEL_OPENMP && !defined(_OPENMP)
#error "Without OpenMP here at::parallel_for, a template, is a plain loop"
#endif
