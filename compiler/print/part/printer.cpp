// The part of the program that prints, as it is loaded.
#include "print/printer.h"

extern "C" const planc::Printer planc_printer{PLANC_VERSION, &planc::draw_pdf, &planc::draw_chart_pdf,
                                              &planc::draw_chart_png};
