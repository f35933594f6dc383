#pragma once
#warning "version 2 is old"
#ifndef VERSION
#error "VERSION is not defined"
#endif
